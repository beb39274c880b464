namespace Polaris.Client.Tests.Folio.Queries;

public sealed record CqlSampleText(string Text);
