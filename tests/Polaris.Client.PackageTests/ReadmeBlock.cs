using System.Text.RegularExpressions;

namespace Polaris.Client.PackageTests;

/// <summary>A C# or JSON block of README.md.</summary>
/// <param name="Code">The code.</param>
/// <param name="Prints">The output that README.md shows after a program; <see langword="null"/> if it shows none.</param>
internal sealed partial record ReadmeBlock(string Code, string? Prints)
{
    /// <summary>Every C# and JSON block of README.md, in order.</summary>
    public static IReadOnlyList<ReadmeBlock> All { get; } =
        [.. Block().Matches(Text("README.md")).Select(match => new ReadmeBlock(match.Groups["code"].Value, match.Groups["prints"] is { Success: true } prints ? prints.Value : null))];

    /// <summary>Whether it is a whole program, which prints its usings; a fragment stands in a file of the folder Fragments.</summary>
    public bool IsProgram => Code.StartsWith("using Polaris.", StringComparison.Ordinal);

    public string FirstLine => Code.Split('\n')[0];

    /// <summary>The content of a file beside the tests, with line feeds only.</summary>
    public static string Text(string path) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path)).ReplaceLineEndings("\n");

    [GeneratedRegex("^```(csharp|json)\n(?<code>.*?)^```\n(?:\nIt prints:\n\n```\n(?<prints>.*?)^```\n)?", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
