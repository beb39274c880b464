using System.Reflection;
using System.Runtime.CompilerServices;
using Polaris.Client.ConventionTests.Types;

namespace Polaris.Client.ConventionTests.Boundaries;

public sealed class BoundaryTests
{
    private static readonly string[] Shared = ["Http", "Json", "Telemetry", "Compatibility", "Refit"];

    private static readonly Lazy<IReadOnlyList<TypeReference>> References = new(() =>
        [.. TypeReferences.Of(Assemblies.Client).Where(reference => IsOurs(reference.From) && IsOurs(reference.To))]);

    [Test]
    public void References_OfTheLibrary_AreFound()
    {
        Assert.That(References.Value, Does.Contain(new TypeReference(typeof(PolarisClient), typeof(PolarisProfile))));
        Assert.That(References.Value, Does.Contain(new TypeReference(typeof(Http.AuthenticationHandler), typeof(Telemetry.Log))),
            "Used inside an asynchronous method only");
    }

    [Test]
    public void Floors_OfTheLibrary_HaveArrowsDownwardsOnly() => Convention.Holds(
        References.Value
            .Select(reference => (Reference: reference, From: Place.Of(reference.From), To: Place.Of(reference.To)))
            .Where(arrow => arrow.From.Floor < arrow.To.Floor && arrow.To.Folder != "Options") // Options are data that every floor may read.
            .Select(arrow => $"{arrow.Reference} (floor {arrow.From.Floor} {arrow.From.Folder} uses floor {arrow.To.Floor} {arrow.To.Folder})"),
        "Hand the lower type what it needs, or move it up: the floors stand in Place.cs of this test.");

    [Test]
    public void Folders_OfTheLibrary_FormNoCircle()
    {
        ILookup<string, TypeReference> arrows = References.Value.ToLookup(reference => Place.Of(reference.From).Folder);
        var reachable = arrows.ToDictionary(folder => folder.Key, folder => Reachable(folder.Key, arrows));

        Convention.Holds(
            References.Value
                .Select(reference => (Reference: reference, From: Place.Of(reference.From).Folder, To: Place.Of(reference.To).Folder))
                .Where(arrow => arrow.From != arrow.To && reachable.TryGetValue(arrow.To, out var back) && back.Contains(arrow.From))
                .Select(arrow => $"{arrow.From} <-> {arrow.To}: {arrow.Reference}"),
            "Break the circle: move the type that points the wrong way, or hand its data over.");
    }

    [Test]
    public void PolarisAndFolio_OfTheLibrary_KnowNothingOfEachOther() => Convention.Holds(
        References.Value
            .Where(reference => SystemOf(reference.From) is { } system && SystemOf(reference.To) is { } other && system != other)
            .Select(reference => reference.ToString()),
        $"Polaris and FOLIO share only {string.Join(", ", Shared)} and ClientOptions: move what both need there.");

    [Test]
    public void Internals_OfTheLibrary_AreHiddenFromTheFakes() => Assert.That(
        Assemblies.Client.GetCustomAttributes<InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName),
        Has.None.EqualTo(typeof(Testing.FakePolaris).Assembly.GetName().Name), "A fake that shares code with the library makes each misunderstanding true twice.");

    [Test]
    public void SharedFolders_OfTheLibrary_KnowNeitherSystem() => Convention.Holds(
        References.Value
            .Where(reference => SystemOf(reference.From) is null && SystemOf(reference.To) is not null && Place.Of(reference.From).Folder != "DependencyInjection")
            .Select(reference => reference.ToString()),
        "What both systems share knows neither: hand the difference in from the profiles.");

    private static bool IsOurs(Type type) =>
        Place.Of(type).Folder is not ("Refit" or "Compatibility") && !type.Name.StartsWith('<');

    private static HashSet<string> Reachable(string start, ILookup<string, TypeReference> arrows)
    {
        HashSet<string> seen = [];
        Stack<string> open = new([start]);
        while (open.TryPop(out string? folder))
        {
            foreach (string next in arrows[folder].Select(reference => Place.Of(reference.To).Folder).Where(next => next != folder))
            {
                if (seen.Add(next)) open.Push(next);
            }
        }

        return seen;
    }

    /// <summary>Which system a type belongs to; null for what both share.</summary>
    private static string? SystemOf(Type type) => Place.Of(type).Folder switch
    {
        "Folio" => "FOLIO",
        var folder when Shared.Contains(folder) => null,
        "Profiles" or "Facades" or "Options" or "DependencyInjection" => SystemInName(type.Name),
        _ => "Polaris",
    };

    private static string? SystemInName(string name)
    {
        if (name.Contains("Folio", StringComparison.Ordinal)) return "FOLIO";
        return name.Contains("Polaris", StringComparison.Ordinal) ? "Polaris" : null;
    }
}
