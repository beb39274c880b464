namespace Polaris.Client.ConventionTests.Boundaries;

/// <summary>An arrow: one type uses another.</summary>
/// <param name="From">The type that uses.</param>
/// <param name="To">The type that is used.</param>
internal sealed record TypeReference(Type From, Type To)
{
    public override string ToString() => $"{From.FullName} uses {To.FullName}";
}
