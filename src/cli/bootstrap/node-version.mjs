/**
 * Why this Node cannot run us; undefined when it can.
 * @param {string} version such as 20.19.0
 * @param {string} packageJson text of package.json; its engines say what is needed
 */
export function nodeProblem(version, packageJson) {
  const needed = JSON.parse(packageJson).engines.node.replace(/^>=\s*/, '');
  const [have, want] = [version, needed].map((text) => text.split('.').map(Number));
  for (let i = 0; i < want.length; i++) {
    if (have[i] > want[i]) return undefined;
    if (have[i] < want[i]) {
      return `Porchlight needs Node.js ${needed} or newer, this is ${version} → install a newer one: https://nodejs.org, or: nvm install 22`;
    }
  }
  return undefined;
}
