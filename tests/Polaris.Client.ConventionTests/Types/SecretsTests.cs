using System.Collections;
using System.Net.Http.Headers;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Polaris.Client.ConventionTests.Types;

/// <summary>
/// What a debugger or a log shows of an object is its ToString. So it shows IDs, numbers and codes; a text stands there only
/// when it is named here, and no secret, no body and no person's data ever is.
/// </summary>
public sealed class SecretsTests
{
    private const string Marker = "marker-4711";

    private static readonly string[] Shown =
    [
        "CqlQuery._text", "CqlQuery.Text",
        "FolioClientOptions.Tenant", "FolioLogin.Tenant",
        "HoldingsSourceOrigin._word",
        "ItemDifference.Name",
        "MarcField.Tag", "MarcDeviation.Tag", "MarcDeviation.Done",
        "MarcProblem.Path", "MarcProblem.Message",
        "PromptChoice.Text",
        "SystemSetting.Mnemonic",
    ];

    [TestCaseSource(nameof(TypesWithText))]
    public void ToString_OfATypeWithText_ShowsOnlyWhatIsAllowed(Type type)
    {
        object instance = RuntimeHelpers.GetUninitializedObject(type);
        Dictionary<string, FieldInfo> markers = Mark(instance);

        string text = TextOf(instance);

        Convention.Holds(
            markers.Where(marker => marker.Value.Name != "_note") // The library's own sentence, part of an exception's message.
                .Where(marker => text.Contains(marker.Key, StringComparison.OrdinalIgnoreCase))
                .Select(marker => $"{Assemblies.NameOf(type)}.{MemberOf(marker.Value)}").Except(Shown),
            $"Override ToString so that it shows IDs and numbers only; a harmless text is named in {nameof(Shown)} of this test.");
    }

    [Test]
    public void TypesWithText_OfThePackages_AreFound() =>
        Assert.That(TypesWithText().Count(), Is.GreaterThan(20), "The search for members with text finds too little.");

    /// <summary>Of the library; the doubles in Polaris.Client.Testing know nothing but test data.</summary>
    private static IEnumerable<Type> TypesWithText() => Assemblies.WrittenTypes.Where(type => type.Assembly == Assemblies.Client || type.Assembly == Assemblies.Marc)
        .Where(type => type is { IsAbstract: false, IsInterface: false, IsEnum: false, ContainsGenericParameters: false, IsByRefLike: false })
        .Where(type => !type.IsAssignableTo(typeof(Delegate)))
        .Where(type => FieldsOf(type).Any(field => ValueFor(field, "") is not null));

    /// <summary>Puts a text of its own into every member that can hold one.</summary>
    private static Dictionary<string, FieldInfo> Mark(object instance)
    {
        var markers = new Dictionary<string, FieldInfo>();
        foreach (FieldInfo field in FieldsOf(instance.GetType()))
        {
            string marker = $"{Marker}-{markers.Count}-";
            if (ValueFor(field, marker) is not { } value) continue;

            field.SetValue(instance, value);
            markers.Add(marker, field);
        }

        return markers;
    }

    private static object? ValueFor(FieldInfo field, string marker)
    {
        if (field.FieldType == typeof(string)) return marker;
        if (field.FieldType == typeof(AuthenticationHeaderValue)) return new AuthenticationHeaderValue("PAS", marker);
        if (field.FieldType == typeof(Uri)) return new Uri($"https://example.org/?{marker}");
        return field.FieldType == typeof(JsonElement) || field.FieldType == typeof(JsonElement?)
            ? JsonDocument.Parse($"\"{marker}\"").RootElement
            : null;
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        const BindingFlags own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (Type? current = type; current is not null && Assemblies.All.Contains(current.Assembly); current = current.BaseType)
        {
            foreach (FieldInfo field in current.GetFields(own)) yield return field;
        }
    }

    private static string MemberOf(FieldInfo field) => field.Name.Split('<', '>') is [_, var property, _] ? property : field.Name;

    /// <summary>A half-built object may fail to describe itself; that shows nothing either.</summary>
    private static string TextOf(object instance)
    {
        try
        {
            return instance is IEnumerable items ? $"{instance} {string.Join(' ', items.Cast<object?>())}" : $"{instance}";
        }
        catch (NullReferenceException)
        {
            return "";
        }
    }
}
