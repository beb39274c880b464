namespace Polaris.Client.Http;

/// <summary>What the text of a credential must be.</summary>
internal static class CredentialText
{
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
