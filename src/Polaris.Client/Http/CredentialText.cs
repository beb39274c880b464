namespace Polaris.Client.Http;

/// <summary>Checks the text of credentials.</summary>
internal static class CredentialText
{
    /// <summary>Returns whether a header can carry a string: .NET sends printable ASCII characters only.</summary>
    public static bool FitsHeader(string text) => text.All(c => c is > ' ' and <= '~');

    /// <summary>Returns the problem with a string that is sent in a header; <see langword="null"/> if there is none.</summary>
    public static string? HeaderProblem(string key, string? value) => value is null || FitsHeader(value) || value.Any(char.IsControl)
        ? null : $"{key} contains a blank or a character beyond ASCII, which an HTTP header cannot carry.";

    /// <summary>Returns the problem with a secret, without its content; null if there is none.</summary>
    public static string? Problem(string key, string? value, bool isNeeded)
    {
        if (isNeeded && string.IsNullOrWhiteSpace(value))
        {
            return $"{key} is missing.";
        }

        return value?.Any(char.IsControl) == true
            ? $"{key} contains a line break or another control character, perhaps from the file it was read from." : null;
    }
}
