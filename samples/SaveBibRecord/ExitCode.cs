namespace SaveBibRecord;

/// <summary>What the program reports to the shell.</summary>
internal static class ExitCode
{
    public const int Saved = 0;
    public const int Failed = 1;
    public const int Canceled = 2;

    /// <summary>The command line cannot be meant (EX_USAGE).</summary>
    public const int Usage = 64;
}
