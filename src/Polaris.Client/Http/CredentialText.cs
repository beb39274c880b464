namespace Polaris.Client.Http;

/// <summary>What the text of a credential must be.</summary>
internal static class CredentialText
{
    /// <summary>Returns whether a header can carry a string: .NET sends printable ASCII characters only.</summary>
    public static bool FitsHeader(string text) => text.All(c => c is > ' ' and <= '~');

    /// <summary>Returns what is wrong with a string that travels in a header; <see langword="null"/> if nothing is.</summary>
    public static string? HeaderProblem(string key, string? value) => value is null || FitsHeader(value) || value.Any(char.IsControl)
        ? null : $"{key} holds a blank or a character beyond ASCII, which an HTTP header cannot carry.";

    /// <summary>What is wrong with it, without telling it; null = nothing.</summary>
    public static string? Problem(string key, string? value, bool isNeeded)
    {
        if (isNeeded && string.IsNullOrWhiteSpace(value))
        {
            return $"{key} is missing.";
        }

        return value?.Any(char.IsControl) == true
            ? $"{key} holds a line break or another control character, perhaps from the file it was read from." : null;
    }
}
