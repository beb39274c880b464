namespace Polaris.Client.RefitGenerator.Models;

/// <summary>An interface to implement.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its name without the namespace.</param>
/// <param name="FullName">Its name as generated code writes it.</param>
/// <param name="Methods">Its methods, one an endpoint.</param>
internal sealed record InterfaceModel(
    string Namespace, string Name, string FullName, EquatableArray<MethodModel> Methods)
{
    public string ImplementationName { get; } =
        (Name.Length > 1 && Name[0] == 'I' && char.IsUpper(Name[1]) ? Name.Substring(1) : Name) + "Implementation";

    /// <summary>Its name as <see cref="Type.FullName"/> tells it.</summary>
    public string ReflectionName => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";

    public string FullImplementationName =>
        Namespace.Length == 0 ? $"global::{ImplementationName}" : $"global::{Namespace}.{ImplementationName}";

    public string HintName =>
        Namespace.Length == 0 ? $"{ImplementationName}.g.cs" : $"{Namespace}.{ImplementationName}.g.cs";

    /// <summary>The routes whose address is made once for all calls.</summary>
    public IEnumerable<string> FixedRoutes => Methods.Where(method => method.IsFixed).Select(method => method.Route.Template).Distinct();

    /// <summary>The field that holds the address of a fixed route.</summary>
    public string FieldOf(string fixedRoute) => $"address{FixedRoutes.ToList().IndexOf(fixedRoute)}";
}
