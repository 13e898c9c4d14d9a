/*
 * A sandbox in which the bot posts and edits, and Ana speaks, again and again; prints what each was told as done, once it
 * was told. Runs until it is killed. Argument: the file in which the world is kept.
 */
import { createSandbox } from '../../../../src/sandbox/sandbox.ts';

const [keepIn = ''] = process.argv.slice(2);
const sandbox = await createSandbox({ keepIn, rateLimits: 'generous' });
if (!sandbox.isRestored) {
  const server = sandbox.server({ name: 'Lisbon Lifters' });
  server.channel('training');
  server.member('Ana');
}
const [channelId = ''] = [...sandbox.world.channels.keys()];
const ana = [...sandbox.world.users.values()].find(({ name }) => name === 'Ana');
if (ana === undefined) throw new Error('Ana is not there');

async function call(method: string, path: string, body: object): Promise<string> {
  const response = await fetch(`${sandbox.apiUrl}/v10/channels/${channelId}/messages${path}`, {
    method,
    headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { id } = (await response.json()) as { id: string };
  return id;
}

for (let count = 0; ; count += 1) {
  const post = `post ${process.pid}.${count}`;
  const id = await call('POST', '', { content: post });
  process.stdout.write(`${id} ${post}\n`);
  const edited = `${post}, edited`;
  await call('PATCH', `/${id}`, { content: edited });
  process.stdout.write(`${id} ${edited}\n`);
  const said = `said ${process.pid}.${count}`;
  process.stdout.write(`${sandbox.personOf(ana.id).say(sandbox.channelOf(channelId), said).id} ${said}\n`);
  await sandbox.clock.advanceBy(1_000);
}
