namespace Polaris.Client.ContractTests;

/// <summary>
/// The documented examples that the server plays in the test, such as <c>Polaris/lock-single-200</c>: each expects the request of
/// the example and gives its answer. A test that does not send one of the requests fails.
/// </summary>
/// <param name="names">Their names.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PlaysAttribute(params string[] names) : PropertyAttribute(Property, string.Join(';', names))
{
    private const string Property = "Plays";

    /// <summary>The examples of the running test.</summary>
    public static IEnumerable<string> OfCurrentTest =>
        (TestContext.CurrentContext.Test.Properties.Get(Property) as string)?.Split(';') ?? [];

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}
