using System.Diagnostics;
using Polaris.Client.AotSmoke;

#if NETFRAMEWORK
// Elsewhere the project sets it, and the compiler leaves reflection out.
AppContext.SetSwitch("System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault", false);
#endif

// To the error stream: all other lines must be the same wherever the program runs.
var started = TimeProvider.System.GetLocalNow().DateTime - Process.GetCurrentProcess().StartTime;
await Console.Error.WriteLineAsync($"started in {started.TotalMilliseconds:0} ms");
await MainJob.RunAsync();
await FolioWalk.RunAsync();
await Failures.RunAsync();
await OwnEndpoint.RunAsync();
