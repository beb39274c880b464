using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polaris.Client.Folio;

namespace Polaris.Client.Tests.Folio.Vocabularies;

public class HoldingsSourceJsonTests
{
    private static readonly JsonSerializerOptions Json = FolioJsonOptions.Create();

    [TestCase("2025-09-07T22:09:14.300+00:00", "2025-09-07T22:09:14.300+00:00")]
    [TestCase("2022-06-23T15:14:00.450Z", "2022-06-23T15:14:00.450+00:00")]
    [TestCase("2025-09-07T22:09:14.532+0000", "2025-09-07T22:09:14.532+00:00")]
    [TestCase("2021-02-24T11:30:15.752+0200", "2021-02-24T11:30:15.752+02:00")]
    public void Read_MetadataDates_InEveryForm(string text, string expected)
    {
        var source = Read($$"""{"id":"8081d707-610f-4b50-a28b-c36a6d25191b","name":"x","metadata":{"createdDate":"{{text}}"} }""");

        Assert.That(source.Metadata!.CreatedDate, Is.EqualTo(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [TestCase("folio", "folio")]
    [TestCase("LOCAL", "local")]
    [TestCase("Consortium", "consortium")]
    [TestCase("linked_data", "linked_data")]
    public void Source_AnyWord_IsKeptAndWrittenInLowerCase(string word, string written)
    {
        var source = Read($$"""{"name":"x","source":"{{word}}"}""");

        Assert.That(source.Source!.Value.ToString(), Is.EqualTo(word));
        Assert.That(source.Source, Is.EqualTo(new HoldingsSourceOrigin(written)));
        Assert.That(Write(source), Does.Contain($"\"source\":\"{written}\""));
    }

    [Test]
    public void Source_Absent_StaysAbsent()
    {
        var source = Read("""{"name":"x"}""");

        Assert.That(source.Source, Is.Null);
        Assert.That(Write(source), Does.Not.Contain("source"));
    }

    [Test]
    public void Write_RecordWithMetadata_LeavesItOut() =>
        Assert.That(Write(new HoldingsSource { Name = "x", Metadata = new() { CreatedByUsername = "admin" } }),
            Is.EqualTo("""{"id":"00000000-0000-0000-0000-000000000000","name":"x"}""").Or.EqualTo("""{"name":"x","id":"00000000-0000-0000-0000-000000000000"}"""));

    [Test]
    public void HoldingsSourceOrigin_Default_IsNoKnownOne()
    {
        Assert.That(default(HoldingsSourceOrigin), Is.Not.EqualTo(HoldingsSourceOrigin.Folio));
        Assert.That(default(HoldingsSourceOrigin).ToString(), Is.Empty);
        Assert.That(() => new HoldingsSourceOrigin(" "), Throws.ArgumentException);
    }

    private static HoldingsSource Read(string json) => JsonSerializer.Deserialize(json, Info())!;

    private static string Write(HoldingsSource source) => JsonSerializer.Serialize(source, Info());

    private static JsonTypeInfo<HoldingsSource> Info() => (JsonTypeInfo<HoldingsSource>)Json.GetTypeInfo(typeof(HoldingsSource));
}
