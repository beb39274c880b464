using PolarisFake;

if (FakeHost.Problem(args) is { } problem)
{
    await Console.Error.WriteLineAsync(problem);
    return 64;
}

try
{
    await using FakeHost host = await FakeHost.StartAsync(args);
    Console.WriteLine(host.Ready.ToJsonString());
    await host.WaitAsync();
    return 0;
}
catch (Exception exception) when (exception is IOException or FormatException or InvalidOperationException or ArgumentException or System.Text.Json.JsonException)
{
    // A port is in use, the file is missing or not JSON, or an option has an impossible value.
    await Console.Error.WriteLineAsync(exception.Message);
    return 2;
}
