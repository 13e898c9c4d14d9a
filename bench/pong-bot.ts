import Database from 'better-sqlite3';
import { Client, Events, GatewayIntentBits, type InteractionReplyOptions } from 'discord.js';

/**
 * The measure of all figures: the least that a bot on discord.js can be. It registers one command and answers "pong".
 * With PONG_ANSWER it answers that instead, and with DATABASE_PATH only after it has committed a row: then it is the
 * least that a bot can be that does what a check-in does.
 */
const { DISCORD_TOKEN = '', DISCORD_API_URL = '', PONG_ANSWER = '"pong"', DATABASE_PATH } = process.env;
const answer = JSON.parse(PONG_ANSWER) as string | InteractionReplyOptions;

const write = DATABASE_PATH === undefined ? undefined : writerOn(DATABASE_PATH);
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: DISCORD_API_URL } });

client.once(Events.ClientReady, async (ready) => {
  await ready.application.commands.set([{ name: 'ping', description: 'Answers pong' }]);
});
client.on(Events.InteractionCreate, async (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  write?.(interaction.id);
  await interaction.reply(answer);
});
// A bot too slow for Discord is told so by an error.
client.on(Events.Error, (error) => void process.stderr.write(`pong: ${error.message}\n`));
process.once('SIGTERM', () => void client.destroy().then(() => process.exit(0)));
await client.login(DISCORD_TOKEN);

function writerOn(path: string): (id: string) => void {
  const database = new Database(path);
  database.pragma('journal_mode = wal');
  database.pragma('synchronous = full');
  database.exec('create table pings (id text not null primary key, at integer not null) strict');
  const insert = database.prepare('insert into pings values (?, ?)');
  return (id) => void insert.run(id, Date.now());
}
