using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TestingYourCode.HideWithdrawn;

// HideWithdrawn 1126739 1126740 ... : the settings come from Polaris__BaseAddress, Polaris__Credentials__Password and so on.
var builder = Host.CreateApplicationBuilder();
builder.Services.AddPolarisClient(builder.Configuration.GetSection("Polaris"));
builder.Services.AddSingleton<Withdrawal>();
using var host = builder.Build();

var ids = args.Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToList();
var report = await host.Services.GetRequiredService<Withdrawal>().HideAsync(ids);
Console.WriteLine(report);
return report.Open.Count == 0 ? 0 : 1;
