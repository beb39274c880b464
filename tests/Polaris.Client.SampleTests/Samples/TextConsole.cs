using Spectre.Console;

namespace Polaris.Client.SampleTests.Samples;

/// <summary>A console without a user, and what was written on it.</summary>
internal sealed class TextConsole : IDisposable
{
    private readonly StringWriter _written = new();

    public TextConsole()
    {
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(_written),
        });
        Console.Profile.Width = 200;
    }

    public IAnsiConsole Console { get; }

    public string Text => _written.ToString();

    public void Dispose() => _written.Dispose();
}
