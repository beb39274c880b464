using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Polaris.Client.Tests;

namespace Polaris.Client.Marc.Tests;

public sealed partial class MarcJsonTests
{
    private const string L = "\"leader\":\"00000nam a2200000 i 4500\"";

    private const string Community = """
        {"leader":"00000nam a22000007i 4500","fields":[{"001":"1126739"},{"245":{"ind1":"1","ind2":"0","subfields":[{"a":"Frösche 🐸"},{"a":"cafe\u0301"}]}}]}
        """;

    private static IEnumerable<string> FixturesWithMarc =>
        PolarisFixture.WorkflowNames.Where(name => Collection(name) is not null);

    private static JsonNode? Collection(string fixture) =>
        PolarisFixture.RequestBody(fixture)?["RequestExtension"]?["Data"]?["MARC21Collection"];

    [TestCaseSource(nameof(FixturesWithMarc))]
    public void PolarisJson_ReadAndWritten_KeepsEverything(string fixture)
    {
        JsonNode record = Collection(fixture)!["records"]!.AsArray().Single()!;

        string written = MarcRecord.FromJson(record.ToJsonString()).ToJson();

        Assert.That(JsonNode.Parse(written)!.ToJsonString(), Is.EqualTo(record.ToJsonString()));
    }

    [Test]
    public void PolarisJson_ThroughASerializerContext_IsTheSame()
    {
        JsonNode json = Collection("authority-add-200.json")!["records"]![0]!;

        MarcRecord record = json.Deserialize(RecordJson.Default.MarcRecord)!;

        Assert.That(JsonSerializer.Serialize(record, RecordJson.Default.MarcRecord), Is.EqualTo(json.ToJsonString()));
    }

    [Test]
    public void PolarisJson_UnknownMembers_AreKept()
    {
        const string json = """
            {"id":7,"leader":"L","controlfields":[{"tag":"001","data":"1","position":1,"type":"CF"}],"datafields":[{"tag":"245","ind1":"1","ind2":" ","subfields":[{"code":"a","data":"x","link":{"id":1}}],"position":9,"type":"DF"}],"AuthorityRecordID":5}
            """;

        Assert.That(MarcRecord.FromJson(json).ToJson(), Is.EqualTo(json.Trim()));
    }

    [Test]
    public void PolarisJson_MissingAndNullParts_AreEmpty()
    {
        MarcRecord record = MarcRecord.FromJson(
            """{"LEADER":null,"id":"3","datafields":[null,{"tag":"245","ind1":null,"subfields":null},{}],"controlFields":[{}]}""");

        Assert.Multiple(() =>
        {
            Assert.That(record.Id, Is.EqualTo(3));
            Assert.That(record.Leader, Is.Empty);
            Assert.That(record.Fields, Has.Count.EqualTo(3));
            Assert.That(record["245"]!.Indicators, Is.EqualTo("  "));
        });
    }

    [Test]
    public void PolarisJson_FieldsAddedToAReceivedRecord_GetTheNextPositions()
    {
        MarcRecord record = MarcRecord.FromJson(Collection("authority-add-200.json")!.ToJsonString());

        record.Control("005", "x").Field("700", ' ', ' ');

        Assert.That(Positions(record), Is.EqualTo("003=2 008=4 005=5 040=6 150=7 667=8 700=9"));
    }

    [Test]
    public void MarcInJson_ReadAndWritten_IsTheSame()
    {
        MarcRecord record = MarcRecord.FromJson(Community);

        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(record.ToMarcInJson()), JsonNode.Parse(Community)), Is.True);
        Assert.That(record.ToJson(), Does.Contain("Frösche"), "Letters stay letters.");
    }

    [Test]
    public void MarcInJson_ControlFieldAfterDataFields_KeepsTheOrder()
    {
        const string json = """{"leader":"L","fields":[{"245":{"ind1":"1","ind2":"0","subfields":[]}},{"001":"x"}]}""";

        MarcRecord record = MarcRecord.FromJson(json);

        Assert.That(record.ToMarcInJson(), Is.EqualTo(json));
        Assert.That(MarcRecord.FromJson(record.ToJson()).ToMarcInJson(), Is.EqualTo(json));
    }

    [Test]
    public void FromJson_OfTheOlderForm_ReadsTheFields() => Assert.That(
        MarcRecord.FromJson($$$"""{{{{L}}},"controlfield":[{"tag":"001","data":"x"}],"datafield":[{"tag":"245","ind":"10","subfield":[{"code":"a","data":"T"}]}]}""").ToText(),
        Does.EndWith("001    x\n245 10 $a T\n"));

    [Test]
    public void FromJson_OfSeveralCodesInOneObject_ReadsThemInOrder() => Assert.That(
        MarcRecord.FromJson($$$"""{{{{L}}},"fields":[{"245":{"ind1":"1","ind2":"0","subfields":[{"a":"x","c":"y"}]}}]}""")["245"]!.ToText(),
        Is.EqualTo("245 10 $a x $c y"));

    [TestCase("", "$")]
    [TestCase("{", "$")]
    [TestCase("null", "$")]
    [TestCase("{}", "$")]
    [TestCase("""{"title":"x"}""", "$")]
    [TestCase("[]", "$")]
    [TestCase("[1]", "$")]
    [TestCase("""[{"leader":"a"},{"leader":"b"}]""", "$")]
    [TestCase("""{"leader":"a","datafields":{}}""", "$.datafields")]
    [TestCase("""{"leader":"a","fields":[1]}""", "$.fields[0]")]
    [TestCase("""{"leader":"a","fields":[{"245":{"extra":1}}]}""", "$.fields[0].245.extra")]
    [TestCase("""{"leader":"a","controlfields":"x"}""", "$.controlfields")]
    [TestCase("""{"leader":"a","fields":[{"245":{"ind1":"10"}}]}""", "$.fields[0].245.ind1")]
    [TestCase("""{"leader":"a","datafields":[{"tag":"245","subfields":[{"code":"ab","data":"x"}]}]}""", "$.datafields[0].subfields[0].code")]
    [TestCase("""{"leader":"\udc00"}""", "$.leader")]
    [TestCase("""{"leader":"a","fields":[{"245":{"subfields":[{"a":"x\ud83d"}]}}]}""", "$.fields[0].245.subfields[0].a")]
    public void FromJson_OfSomethingElse_ReportsWhere(string json, string path)
    {
        MarcFormatException error = Assert.Throws<MarcFormatException>(() => MarcRecord.FromJson(json))!;

        Assert.That(error.Path, Is.EqualTo(path));
        Assert.That(error.Message, Does.Contain(path));
    }

    [TestCase("""{"leader":"a","controlfields":"x"}""")]
    [TestCase("""{"leader":"a","datafields":[{"tag":"245","ind1":"10"}]}""")]
    [TestCase("""[]""")]
    public void Deserialize_OfARecordThatWouldLoseData_IsRefused(string json) =>
        Assert.That(() => JsonSerializer.Deserialize(json, RecordJson.Default.MarcRecord), Throws.TypeOf<JsonException>());

    [TestCase("<record/>", "XML")]
    [TestCase("00026nam a2200025 i 4500\u001E\u001D", "ISO 2709")]
    public void FromJson_OfAnotherFormat_NamesIt(string text, string name) =>
        Assert.That(() => MarcRecord.FromJson(text), Throws.TypeOf<MarcFormatException>().With.Message.Contains(name));

    [TestCase("""{"leader":"a","fields":[{"001":"x"}]}{"leader":"b","fields":[]}""", 2)]
    [TestCase("[\n{\"leader\":\"a\",\"fields\":[]},\n{\"leader\":\"b\",\"fields\":[]}]", 2)]
    [TestCase("""{"records":[{"leader":"a"},{"leader":"b"},{"leader":"c"}]}""", 3)]
    [TestCase("""[{"leader":"a"},{broken},{"leader":"b"}]""", 2)]
    public void Read_OfEachJsonForm_FindsTheRecords(string json, int count)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(json));

        Assert.That(MarcReader.Read(stream).Count(), Is.EqualTo(count));
    }

    [Test]
    public void ReadResults_OfAnEnvelope_GiveEachRecordItsOwnPlaceBytesAndDeviations()
    {
        string good = $$$"""{{{{L}}},"fields":[{"001":"é1"}]}""";
        string bad = $$$"""{{{{L}}},"fields":[{"001":"2"},{"245":{"ind1":"12","ind2":"0","subfields":[{"a":"T"}]}}]}""";
        string json = $$"""{"total":3,"records":[{"content":{{good}}},{"content":{{bad}}},{"content":{{good}}}]}""";
        byte[] file = Encoding.UTF8.GetBytes(json);
        using MemoryStream stream = new(file);

        List<MarcReadResult> results = [.. MarcReader.ReadResults(stream, new MarcReadOptions { KeepBytes = true })];

        Assert.Multiple(() =>
        {
            Assert.That(results.Select(result => Encoding.UTF8.GetString(result.Bytes.Span)), Is.EqualTo([good, bad, good]));
            Assert.That(results.Select(result => Encoding.UTF8.GetString(file, (int)result.Offset, result.Length)), Is.EqualTo([good, bad, good]));
            Assert.That(results.Select(result => result.Number), Is.EqualTo([1, 2, 3]));
            Assert.That(results.Select(result => result.Deviations.Count), Is.EqualTo([0, 1, 0]));
            Assert.That(results[1].Deviations.Single().RecordNumber, Is.EqualTo(2));
            Assert.That(results[1].Deviations.Single().ControlNumber, Is.EqualTo("2"));
        });
    }

    [Test]
    public void ReadResults_OfAnEnvelopeThatWasCorrected_HoldAllOfIt()
    {
        const string Json = """{records:[{"leader":"","fields":[{"001":"1"}]},{"leader":"","fields":[{"001":"2"}]}]}""";
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(Json));

        List<MarcReadResult> results = [.. MarcReader.ReadResults(stream)];

        Assert.That(results.Select(result => result.Record!.ControlNumber), Is.EqualTo(["1", "2"]));
        Assert.That(results.Select(result => Encoding.UTF8.GetString(result.Bytes.Span)), Is.EqualTo([Json, Json]));
    }

    /// <summary>The editor of FOLIO has such fields. Taken for MARC-in-JSON, they would be three fields with the tags tag, indicators and content.</summary>
    [Test]
    public void FromJson_OfAFieldWithItsTagAsAValue_IsRefused()
    {
        string json = $$$"""{{{{L}}},"fields":[{"tag":"245","indicators":["1","0"],"content":"$a Title"}]}""";

        Assert.That(() => MarcRecord.FromJson(json), Throws.TypeOf<MarcFormatException>().With.Property(nameof(MarcFormatException.Path)).EqualTo("$.fields[0]"));
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(json));
        MarcReadResult result = MarcReader.ReadResults(stream).Single();
        Assert.That(result.Record!.Fields, Is.Empty);
        Assert.That(result.Deviations.Select(deviation => deviation.Kind), Is.EqualTo([MarcDeviationKind.UnknownMember]));
    }

    [Test]
    public void ToMarcInJson_WhatItCannotHold_IsRefused()
    {
        MarcRecord cut = new MarcRecord().Field("245", '1', '0', ('a', "Frogs \ud83d")), danish = new MarcRecord().Field("245", '0', '0', ('a', "Dansk"));
        danish["245"]!.Indicators = "000";

        Assert.That(() => cut.ToMarcInJson(), Throws.TypeOf<MarcWriteException>().With.Message.Contains("surrogate"));
        Assert.That(() => danish.ToMarcInJson(), Throws.TypeOf<MarcWriteException>().With.Message.Contains("3 indicators"));
    }

    [TestCase("""{"leader":"short","fields":[{"001":"1"}]}""", MarcDeviationKind.Leader)]
    [TestCase("""{"fields":[{"001":"1"}]}""", MarcDeviationKind.Leader)]
    [TestCase("""{"leader":"00000nam a2200000 i 4500","fields":[{"42":{"ind1":" ","ind2":" ","subfields":[{"a":"x"}]}}]}""", MarcDeviationKind.Tag)]
    [TestCase("""{"leader":"00000nam a2200000 i 4500","controlfields":[{"data":"1"}]}""", MarcDeviationKind.Tag)]
    public void ReadResults_OfALeaderOrTagThatIsMalformed_ReportIt(string json, MarcDeviationKind kind)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(json));

        Assert.That(MarcReader.ReadResults(stream).Single().Deviations.Select(deviation => deviation.Kind), Is.EqualTo([kind]));
    }

    private static string Positions(MarcRecord record)
    {
        JsonNode json = JsonNode.Parse(record.ToJson())!;
        return string.Join(' ', json["controlfields"]!.AsArray().Concat(json["datafields"]!.AsArray())
            .Select(field => $"{field!["tag"]}={field["position"]}"));
    }

    [JsonSerializable(typeof(MarcRecord))]
    private sealed partial class RecordJson : JsonSerializerContext;
}
