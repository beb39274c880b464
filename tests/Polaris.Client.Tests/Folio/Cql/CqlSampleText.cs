namespace Polaris.Client.Tests.Folio.Cql;

public sealed record CqlSampleText(string Text);
