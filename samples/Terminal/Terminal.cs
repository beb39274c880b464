using Spectre.Console;

namespace Samples;

/// <summary>Consoles that write plain lines into pipes and files: no escape codes, no wrapping, no questions.</summary>
internal static class Terminal
{
    /// <summary>Wider than any line, because a console must have a width.</summary>
    private const int Unlimited = 10_000;

    public static IAnsiConsole Output { get; } = Create(Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole Errors { get; } = Create(Console.Error, Console.IsErrorRedirected);

    public static IAnsiConsole Create(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = IsColorUnwanted ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isRedirected || Console.IsInputRedirected ? InteractionSupport.No : InteractionSupport.Detect,
            Out = new AnsiConsoleOutput(writer),
        });
        if (isRedirected)
        {
            console.Profile.Width = Unlimited;
        }

        return console;
    }

    /// <summary>Writes a heading: a rule across a terminal, one line into a pipe.</summary>
    public static void WriteHeading(this IAnsiConsole console, string text)
    {
        if (console.Profile.Width < Unlimited)
        {
            console.Write(new Rule(Markup.Escape(text)).LeftJustified());
        }
        else
        {
            console.WriteLine($"== {text}");
        }
    }

    /// <summary>See https://no-color.org: any value but an empty one.</summary>
    private static bool IsColorUnwanted => Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
}
