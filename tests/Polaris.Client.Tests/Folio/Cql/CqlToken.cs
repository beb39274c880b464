namespace Polaris.Client.Tests.Folio.Cql;

internal sealed record CqlToken(CqlTokenKind Kind, string Text, string Wildcards = "");
