namespace Samples;

/// <summary>The exit codes of all samples, so that a script can rely on them.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The program ran, but something needs attention: it found problems or differences, or a save was canceled.</summary>
    public const int Attention = 1;

    /// <summary>The program could not do its work; the reason is on the error stream.</summary>
    public const int Failed = 2;

    /// <summary>The program stopped by itself, at a limit or because its rules ask for it; start it again to continue.</summary>
    public const int Stopped = 3;

    /// <summary>The command line is invalid (EX_USAGE of sysexits.h); nothing was sent.</summary>
    public const int Usage = 64;

    /// <summary>Stopped with Ctrl+C (128 + SIGINT).</summary>
    public const int Canceled = 130;
}
