namespace Polaris.Client.Testing;

internal enum FolioCqlTokenKind
{
    Word,
    Quoted,
    Symbol,
    End,
}
