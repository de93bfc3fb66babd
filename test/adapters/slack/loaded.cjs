// Says at the end how many modules of Slack's packages a process has loaded.
process.on("exit", () => {
  const slack = Object.keys(require.cache).filter((file) => file.includes("/node_modules/@slack/"));
  process.stderr.write(`loaded ${slack.length} of Slack`);
});
