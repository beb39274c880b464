using Samples;
using SiteCheck;

Console.SetError(new ForgivingWriter(Console.Error));
return await SiteCheckCommand.InvokeAsync(args);
