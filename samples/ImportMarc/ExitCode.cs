namespace ImportMarc;

/// <summary>The exit codes of the program.</summary>
internal static class ExitCode
{
    /// <summary>Every record was saved, or canceled as the policy asks.</summary>
    public const int Success = 0;

    /// <summary>Some records were not saved, or are in doubt: see the report.</summary>
    public const int Findings = 1;

    /// <summary>The import could not run: a file, the journal, the settings or the server.</summary>
    public const int Failed = 2;

    /// <summary>The import stopped by itself: the limit of failures, or a rule of the policy.</summary>
    public const int Stopped = 3;

    /// <summary>The command line is invalid (EX_USAGE of sysexits.h).</summary>
    public const int Usage = 64;

    /// <summary>The user stopped the import; start it again to continue.</summary>
    public const int Canceled = 130;
}
