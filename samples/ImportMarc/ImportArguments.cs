using System.Globalization;
using Polaris.Client.Marc;

namespace ImportMarc;

/// <summary>The arguments of the command line.</summary>
internal sealed record ImportArguments
{
    private const double SlowestPace = 0.001;

    /// <summary>The files; empty for the generated one, which only the embedded server gets.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The address of the server, for which alone a journal is accepted.</summary>
    public string Server { get; init; } = "the embedded server";

    /// <summary>The folder of the journal and the reports; null for one in the temporary folder.</summary>
    public string? Job { get; init; }

    /// <summary>The policy file; null for the defaults.</summary>
    public string? Policy { get; init; }

    /// <summary>The workstations, one for each worker; empty for the configured one.</summary>
    public IReadOnlyList<int> Workstations { get; init; } = [];

    public bool DryRun { get; init; }

    /// <summary>Whether the user has confirmed that records are saved on a configured server.</summary>
    public bool Yes { get; init; }

    /// <summary>The most records a second; 0 for no limit.</summary>
    public double Pace { get; init; }

    public long MaxFailures { get; init; } = 100;

    public long Skip { get; init; }

    public long Limit { get; init; } = long.MaxValue;

    public MarcEncoding Encoding { get; init; }

    /// <summary>How old a doubt must be before it is looked into: until then the server may still be working. Null for 30 seconds.</summary>
    public TimeSpan? Settle { get; init; }

    public bool Durable { get; init; }

    public bool Json { get; init; }

    /// <summary>Returns the problem with these arguments; null if there is none.</summary>
    public string? Problem(bool isLive) =>
        Files.FirstOrDefault(file => file.StartsWith('-')) is { } option ? $"{option} is not an option of this program. See --help."
        : Files.Append(Policy).FirstOrDefault(file => file is not null && !File.Exists(file)) is { } missing ? $"{missing} does not exist, or is a directory."
        : isLive && Files.Count == 0 ? "A server is configured. Name the files to import; the generated one is never sent to a configured server."
        : isLive && Job is null ? "A server is configured. Name a folder for the journal and the reports with --job."
        : isLive && !Yes && !DryRun ? "A server is configured. Use --dry-run to check the files, or --yes to save the records there."
        : Job is "" ? "--job must name a folder."
        : Pace is not (0 or >= SlowestPace) ? string.Create(CultureInfo.InvariantCulture, $"--pace takes {SlowestPace} records a second or more.")
        : Settle < TimeSpan.Zero ? "--settle takes 0 seconds to a day."
        : Skip < 0 || Limit < 1 || MaxFailures < 1 ? "--skip takes 0 or more, and --limit and --max-failures take 1 or more."
        : Workstations.Any(id => id < 1) || Workstations.Distinct().Count() != Workstations.Count ? "Each workstation must be 1 or more, and be named once."
        : null;
}
