using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using Polaris.Client.Cataloging;
using Polaris.Client.Circulation;
using Polaris.Client.ConventionTests.Sources;
using Polaris.Client.ConventionTests.Types;
using Polaris.Client.Folio;
using Polaris.Client.Workflows;

namespace Polaris.Client.ConventionTests.Wire;

/// <summary>The vendor's numbers, against a table that was copied from the documentation by hand.</summary>
public sealed class VocabularyTests
{
    private const string TablePath = "tests/Polaris.Client.ConventionTests/Wire/Vocabularies.txt";

    /// <summary>Enums of our own: no server ever sees their numbers.</summary>
    private static readonly Type[] Ours =
    [
        typeof(WorkflowOutcome), typeof(WorkflowStep), typeof(RecordTotals), typeof(PatronDetails), typeof(PatronIdentifier),
        typeof(BibRecordSaveOutcome), typeof(VocabularyStepKind), typeof(VocabularyOutcome),
    ];

    private static readonly Lazy<ILookup<string, string>> Table = new(ReadTable);

    [TestCaseSource(nameof(Vocabularies))]
    public void Values_OfAVocabulary_StandInTheTable(Type vocabulary)
    {
        List<string> actual = [.. Enum.GetNames(vocabulary).Select(name => $"{(int)Enum.Parse(vocabulary, name)} {name}")];
        List<string> documented = [.. Table.Value[vocabulary.Name]];

        Convention.Holds(
            actual.Except(documented).Select(value => $"{vocabulary.Name} has {value}, the table does not")
                .Concat(documented.Except(actual).Select(value => $"The table has {value}, {vocabulary.Name} does not")),
            $"Compare with the vendor's page and mend the enum, or the table {TablePath}.");
    }

    [Test]
    public void Enums_OfTheLibrary_AreVocabulariesOrOurs() => Convention.Holds(
        Assemblies.PublicTypes.Where(type => type.IsEnum && type.Assembly == Assemblies.Client)
            .Where(type => !IsVocabulary(type) && !Ours.Contains(type)).Select(type => type.FullName!),
        $"An enum on the wire has [JsonConverter(typeof(OpenEnumConverter<...>))] and a table in {TablePath}; any other is named in {nameof(Ours)} of this test.");

    [Test]
    public void Tables_OfTheReference_HaveEachTheirEnum() =>
        Assert.That(Table.Value.Select(table => table.Key).Order(), Is.EqualTo(Vocabularies().Select(type => type.Name).Order()));

    private static IEnumerable<Type> Vocabularies() => Assemblies.PublicTypes.Where(IsVocabulary);

    private static bool IsVocabulary(Type type) => type.IsEnum
        && type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType is { IsGenericType: true } converter
        && converter.GetGenericTypeDefinition() == typeof(OpenEnumConverter<>);

    private static ILookup<string, string> ReadTable()
    {
        var rows = new List<(string Vocabulary, string Value)>();
        string vocabulary = "";
        foreach (string[] words in Repository.Read(TablePath).Split('\n').Select(line => line.Split(' ', 3)))
        {
            if (words[0] == "#") vocabulary = words[1].Trim();
            bool isRow = int.TryParse(words[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number);
            if (isRow && words[1] != "-") rows.Add((vocabulary, $"{number} {words[1]}"));
        }

        return rows.ToLookup(row => row.Vocabulary, row => row.Value);
    }
}
