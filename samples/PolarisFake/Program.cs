using PolarisFake;

await using FakeHost host = await FakeHost.StartAsync(args);
Console.WriteLine(host.Ready.ToJsonString());
await host.WaitAsync();
