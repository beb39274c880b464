namespace Polaris.Client.Testing;

internal readonly record struct FolioCqlWord(string Text, bool IsPrefix)
{
    public bool Matches(string word) =>
        IsPrefix ? word.StartsWith(Text, StringComparison.Ordinal) : string.Equals(word, Text, StringComparison.Ordinal);
}
