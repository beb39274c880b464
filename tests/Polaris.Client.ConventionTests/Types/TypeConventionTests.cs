using System.Reflection;
using System.Text.Json.Serialization;
using Polaris.Client.Cataloging;
using Refit;

namespace Polaris.Client.ConventionTests.Types;

public sealed class TypeConventionTests
{
    /// <summary>Classes that a program may derive from although nothing here does.</summary>
    private static readonly Type[] MeantForDerivation = [typeof(BibRecordSave)];

    private static readonly string?[] PublicNamespaces =
    [
        "Polaris.Client", "Polaris.Client.ObjectLocks", "Polaris.Client.Workflows", "Polaris.Client.Cataloging", "Polaris.Client.Circulation",
        "Polaris.Client.SystemSettings", "Polaris.Client.Folio", "Polaris.Client.Marc", "Polaris.Client.Testing",
        "Microsoft.Extensions.DependencyInjection",
    ];

    [Test]
    public void Classes_OfThePackages_AreSealedUnlessMeant()
    {
        HashSet<Type> bases = [.. Assemblies.WrittenTypes.SelectMany(BasesOf)];

        Convention.Holds(
            Assemblies.WrittenTypes
                .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
                .Where(type => !bases.Contains(type) && !MeantForDerivation.Contains(type))
                .Select(type => type.FullName!),
            $"Seal the class; if programs are meant to derive from it, name it in {nameof(MeantForDerivation)} of this test.");
    }

    [Test]
    public void AsyncMethods_OfThePackages_AreNamedAsync() => Convention.Holds(
        Methods().Where(method => IsAwaitable(method.ReturnType) != method.Name.EndsWith("Async", StringComparison.Ordinal)).Select(Describe),
        "A method that returns Task, ValueTask or IAsyncEnumerable ends in Async, and no other does.");

    [Test]
    public void AsyncMethods_OfThePackages_TakeACancellationTokenLast() => Convention.Holds(
        Methods().Where(method => IsAwaitable(method.ReturnType) && !IsDisposal(method))
            .Where(method => method.GetParameters().LastOrDefault() is not { HasDefaultValue: true } last
                || last.ParameterType != typeof(CancellationToken) || last.Name != "cancellationToken")
            .Select(Describe),
        "End the parameters with 'CancellationToken cancellationToken = default'.");

    [Test]
    public void Suffixes_OfThePackages_KeepTheirMeaning() => Convention.Holds(
        Assemblies.WrittenTypes.SelectMany(SuffixProblems),
        "Each suffix has one meaning: Api = Refit interface, Client = facade, Handler = DelegatingHandler, Exception, Prompt; never Dto.");

    [Test]
    public void Namespaces_OfThePackages_AreTheFewThatUsersNeed() => Convention.Holds(
        Assemblies.PublicTypes.Where(type => !PublicNamespaces.Contains(type.Namespace)).Select(type => type.FullName!),
        "A sub-folder adds no public namespace: use the one of its concept, or make the type internal.");

    [Test]
    public void Names_OfThePackages_AreUniqueAndNotRefits()
    {
        HashSet<string> refit = [.. typeof(GetAttribute).Assembly.GetExportedTypes().Select(type => type.Name.Split('`')[0])];

        Convention.Holds(
            Assemblies.PublicTypes.Where(type => !type.IsNested).GroupBy(type => type.Name.Split('`')[0])
                .Where(group => group.Select(type => type.FullName!.Split('`')[0]).Distinct().Count() > 1 || refit.Contains(group.Key))
                .Select(group => $"{group.Key}: {string.Join(", ", group.Select(type => type.FullName))}"),
            "Rename one of them: a program that imports both could use neither. A Polaris type takes the prefix Polaris.");
    }

    [Test]
    public void Interfaces_OfEndpoints_HaveOnlyEndpoints() => Convention.Holds(
        Assemblies.WrittenTypes.Where(IsEndpointInterface).SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<HttpMethodAttribute>() is null)
            .Select(Describe),
        "Every method of an endpoint interface is one endpoint: give it [Get], [Post], [Put] or [Delete] with its route.");

    [Test]
    public void Contexts_OfJson_AreInternal() => Convention.Holds(
        Assemblies.PublicTypes.Where(type => type.IsAssignableTo(typeof(JsonSerializerContext))).Select(type => type.FullName!),
        "Make the JsonSerializerContext internal: how a type is read is not part of the public API.");

    private static IEnumerable<MethodInfo> Methods() => Assemblies.PublicTypes
        .Where(type => !type.IsAssignableTo(typeof(Delegate)))
        .SelectMany(Assemblies.PublicMethods)
        .Where(method => method.GetBaseDefinition().DeclaringType!.Assembly == method.DeclaringType!.Assembly);

    private static IEnumerable<Type> BasesOf(Type type)
    {
        for (Type? parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            yield return parent.IsGenericType ? parent.GetGenericTypeDefinition() : parent;
        }
    }

    private static IEnumerable<string> SuffixProblems(Type type)
    {
        string name = type.Name.Split('`')[0];
        if (name.Contains("Dto", StringComparison.Ordinal)) yield return $"{type.FullName}: the vendor's word without Dto";
        if (name.EndsWith("Api", StringComparison.Ordinal) && !IsEndpointInterface(type)) yield return $"{type.FullName} is no Refit interface";
        if (IsEndpointInterface(type) && !name.EndsWith("Api", StringComparison.Ordinal)) yield return $"{type.FullName} does not end in Api";
        foreach ((string suffix, Type parent) in new[] { ("Exception", typeof(Exception)), ("Handler", typeof(HttpMessageHandler)) })
        {
            bool isNamed = name.EndsWith(suffix, StringComparison.Ordinal) && !name.EndsWith("StringHandler", StringComparison.Ordinal);
            bool isInside = type.IsNested || type is { IsAbstract: true, IsSealed: true };
            bool isOdd = type.IsAssignableTo(parent) ? type.IsVisible && !isNamed : isNamed && !isInside;
            if (isOdd) yield return $"{type.FullName}: the suffix {suffix} is for {parent.Name}, and for all of them";
        }
    }

    internal static bool IsEndpointInterface(Type type) =>
        type.IsInterface && type.GetMethods().Any(method => method.GetCustomAttribute<HttpMethodAttribute>() is not null);

    private static bool IsDisposal(MethodInfo method) => method.Name is nameof(IAsyncDisposable.DisposeAsync);

    private static bool IsAwaitable(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask)
        || (type.IsGenericType && type.GetGenericTypeDefinition() is { } open
            && (open == typeof(Task<>) || open == typeof(ValueTask<>) || open == typeof(IAsyncEnumerable<>)));

    private static string Describe(MethodInfo method) =>
        $"{method.DeclaringType!.FullName}.{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => Assemblies.NameOf(parameter.ParameterType)))})";
}
