namespace Polaris.Client.Tests.Folio.Queries;

internal sealed record CqlToken(CqlTokenKind Kind, string Text, string Wildcards = "");
