using System.Globalization;

namespace SiteCheck;

/// <summary>The result of one check.</summary>
internal enum CheckResult
{
    /// <summary>As the library assumes.</summary>
    Ok,

    /// <summary>The server differs; the finding describes what to set because of it.</summary>
    Differs,

    /// <summary>The user lacks a permission.</summary>
    NotPermitted,

    /// <summary>The check could not be completed.</summary>
    Failed,
}

/// <summary>What to do because of a finding.</summary>
/// <param name="Option">The option to set, such as <c>ServerTimeZone</c>; empty for advice that is not about an option.</param>
/// <param name="Value">The value, as it is written in a settings file; null if the reader must choose it.</param>
/// <param name="Why">The reason, and where to set it.</param>
internal sealed record Setting(string Option, string? Value, string Why)
{
    public static Setting Advice(string text) => new("", null, text);

    public override string ToString() => Option.Length == 0 ? Why : $"Set {Option}{(Value is null ? "" : $" to {Value}")}: {Why}";
}

/// <summary>What a check found.</summary>
/// <param name="Result">The result.</param>
/// <param name="Found">What was found, without names, secrets and personal data.</param>
/// <param name="Settings">What to do because of it.</param>
internal sealed record Finding(CheckResult Result, string Found, params IReadOnlyList<Setting> Settings)
{
    /// <summary>The name of the check.</summary>
    public string Check { get; init; } = "";

    public static Finding Ok(string found) => new(CheckResult.Ok, found);

    public static Finding Differs(string found, params IReadOnlyList<Setting> settings) => new(CheckResult.Differs, found, settings);

    public static Finding Failed(string found, params IReadOnlyList<Setting> settings) => new(CheckResult.Failed, found, settings);

    public static string Count(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");

    public static string Word(CheckResult result) => result switch
    {
        CheckResult.Ok => "ok",
        CheckResult.Differs => "differs",
        CheckResult.NotPermitted => "not permitted",
        _ => "failed",
    };
}

/// <summary>A check that was not run, and why.</summary>
internal sealed record NotChecked(string Check, string Reason);
