namespace Polaris.Client.Tests.Folio.Queries;

internal enum CqlTokenKind
{
    Word,
    Quoted,
    Symbol,
    End,
}
