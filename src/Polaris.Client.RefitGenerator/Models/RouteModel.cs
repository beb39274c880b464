namespace Polaris.Client.RefitGenerator.Models;

/// <summary>Where an endpoint is, relative to the base address.</summary>
/// <param name="Template">The route as the attribute says it.</param>
/// <param name="Parts">Its parts in their order.</param>
internal sealed record RouteModel(string Template, EquatableArray<RoutePart> Parts)
{
    public bool HasQuery => Template.Contains('?');
}
