// Loaded before a command (`--import`): each look at the clock finds it a second later, as on a machine that was busy with something else.
const now = Date.now.bind(Date);
let looks = 0;

Date.now = () => now() + (looks += 1) * 1000;
