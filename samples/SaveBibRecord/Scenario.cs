using Polaris.Client.Testing;

namespace SaveBibRecord;

/// <summary>The state of an embedded server, and what is saved there.</summary>
internal sealed record Scenario(FakePolaris Server, SavePlan Plan);
