namespace Polaris.Client.ContractTests;

/// <summary>The mapping files that are loaded before the test, such as <c>Polaris/lock-single-200</c>.</summary>
/// <param name="names">Their names.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StubsAttribute(params string[] names) : PropertyAttribute(Property, string.Join(';', names))
{
    private const string Property = "Stubs";

    /// <summary>The files of the running test.</summary>
    public static IEnumerable<string> OfCurrentTest =>
        (TestContext.CurrentContext.Test.Properties.Get(Property) as string)?.Split(';') ?? [];

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}
