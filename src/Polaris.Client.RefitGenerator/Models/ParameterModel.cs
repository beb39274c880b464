namespace Polaris.Client.RefitGenerator.Models;

/// <summary>A parameter of an endpoint.</summary>
/// <param name="Name">Its name, as code writes it.</param>
/// <param name="Type">Its type, as code writes it.</param>
/// <param name="Role">Where its value goes.</param>
/// <param name="WireName">Its name in the route, the query, the headers or the properties.</param>
/// <param name="Value">How the value, or each item of a collection, is written into an address.</param>
/// <param name="Collection">How the items of a collection are written; none for a single value.</param>
internal sealed record ParameterModel(
    string Name, string Type, ParameterRole Role, string WireName, ValueKind Value, CollectionKind Collection);
