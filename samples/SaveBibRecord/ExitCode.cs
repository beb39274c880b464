namespace SaveBibRecord;

/// <summary>The exit codes of the program.</summary>
internal static class ExitCode
{
    public const int Saved = 0;
    public const int Failed = 1;
    public const int Canceled = 2;

    /// <summary>The command line is invalid (EX_USAGE).</summary>
    public const int Usage = 64;
}
