// The package ships its zod schemas as JavaScript without types: what is used of them is stated here.
declare module 'discord-api-spec/zod' {
  type Schema = import('zod/mini').ZodMiniType;
  const schemas: { readonly [name: string]: Schema | ((strict: boolean) => unknown) };
  export = schemas;
}
