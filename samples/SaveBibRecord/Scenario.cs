using Polaris.Client.Testing;

namespace SaveBibRecord;

/// <summary>A server in a certain state, and what is saved there.</summary>
internal sealed record Scenario(FakePolaris Server, SavePlan Plan);
