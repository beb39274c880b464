namespace Polaris.Client.Testing;

/// <summary>A token of a query; backslashes are kept until it is known to be a term.</summary>
internal readonly record struct FolioCqlToken(FolioCqlTokenKind Kind, string Text)
{
    public bool IsSymbol(string symbol) => Kind == FolioCqlTokenKind.Symbol && Text == symbol;

    public bool IsKeyword(string word) =>
        Kind == FolioCqlTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Kind == FolioCqlTokenKind.End ? "EOF" : Text;
}
