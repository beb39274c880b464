using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TestingYourCode.HideWithdrawn;

// HideWithdrawn 1126739 1126740 ... : the settings come from Polaris__BaseAddress, Polaris__Credentials__Password and so on.
// Exit codes: 0 all hidden, 1 some stay open, 2 failed, 64 invalid command line, 130 stopped with Ctrl+C.
var ids = args.Select(text => int.TryParse(text, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : 0).ToList();
if (ids.Count == 0 || ids.Contains(0))
{
    await Console.Error.WriteLineAsync("Usage: HideWithdrawn ID...   (the IDs of the bibliographic records to hide)");
    return 64;
}

var builder = Host.CreateApplicationBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
builder.Services.AddPolarisClient(builder.Configuration.GetSection("Polaris"));
builder.Services.AddSingleton<Withdrawal>();
using var host = builder.Build();
try
{
    // A host that was started reports Ctrl+C, so that the record in progress is canceled and its lock released.
    await host.StartAsync();
    var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
    var report = await host.Services.GetRequiredService<Withdrawal>().HideAsync(ids, stopping);
    Console.WriteLine(report);
    return stopping.IsCancellationRequested ? 130 : report.Open.Count == 0 ? 0 : 1;
}
catch (OptionsValidationException exception)
{
    await Console.Error.WriteLineAsync($"The settings are incomplete: {string.Join(" ", exception.Failures)}");
    return 2;
}
