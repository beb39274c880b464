using Microsoft.Extensions.Options;
using PromptInBrowser;

try
{
    await BrowserApp.Create(args).RunAsync();
    return 0;
}
catch (OptionsValidationException exception)
{
    await Console.Error.WriteLineAsync($"The settings are incomplete: {string.Join(" ", exception.Failures)}");
    return 2;
}
catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException)
{
    await Console.Error.WriteLineAsync($"A setting is not valid: {exception.Message}");
    return 2;
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
{
    // The port is in use, or the data folder cannot be written.
    await Console.Error.WriteLineAsync(exception.Message);
    return 2;
}
