using System.Globalization;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const string password = "opensesame";
Environment.SetEnvironmentVariable("POLARIS_PASSWORD", password);
Environment.SetEnvironmentVariable("Polaris__Credentials__Password", password);

await FirstClient.RunAsync();
await Service.RunAsync(password);
await Folio.RunAsync(password, "Local");
await Files.RunAsync();
await OwnEndpoint.RunAsync();
#if NET
await HostedProgram.RunAsync();
await YourTest.RunAsync();
#endif
