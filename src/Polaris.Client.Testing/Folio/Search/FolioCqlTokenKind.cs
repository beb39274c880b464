namespace Polaris.Client.Testing.Folio.Search;

internal enum FolioCqlTokenKind
{
    Word,
    Quoted,
    Symbol,
    End,
}
