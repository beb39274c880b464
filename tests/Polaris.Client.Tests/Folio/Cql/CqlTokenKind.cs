namespace Polaris.Client.Tests.Folio.Cql;

internal enum CqlTokenKind
{
    Word,
    Quoted,
    Symbol,
    End,
}
