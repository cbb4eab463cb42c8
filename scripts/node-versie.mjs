// Says in one sentence what is wrong, before anything native or typed loads: better-sqlite3 crashes without a word on Node 20.
// Plain JavaScript, because a Node that is too old cannot read TypeScript either.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Node ${process.versions.node} is te oud: dit programma heeft Node 22.18 of nieuwer nodig (24 aanbevolen). ` +
      'Start het met npm (npm run …, npx arrangeren …); dan wordt op Linux en Windows de meegeleverde Node 24 gebruikt. Op macOS: installeer Node 24 van nodejs.org.',
  );
  process.exit(1);
}
