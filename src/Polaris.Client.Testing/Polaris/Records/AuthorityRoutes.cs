using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The calls that read authority records, and the one that creates one from a record of another database.</summary>
internal sealed class AuthorityRoutes(FakePolarisOptions options, PolarisRecords records)
{
    public FakeResponse Get(PolarisCall call) => FakeResponse.Json(Shown(Found(call)));

    public FakeResponse RecordSets(PolarisCall call) => FakeResponse.Json(RecordSetRoutes.Of(records, Found(call).Id, RecordSetRoutes.Authority));

    public FakeResponse CreateFromRemote(PolarisCall call)
    {
        if (!call.Query.TryGetValue("z3950Flag", out string? flag) || !bool.TryParse(flag, out _))
        {
            throw call.BadRequest("The parameter z3950Flag must be true or false.");
        }

        JsonElement body = call.ReadJson();
        BodyCheck check = new(call, body, options.AcceptQuotedNumbers);
        BibSave.CheckRecord(check);
        JsonObject json = new() { ["AuthorityRecordID"] = records.NewId(), ["Record"] = Json.Node(body) };
        FakeAuthority created = new(json);
        records.Authorities.Put(created);
        return FakeResponse.Json(Shown(created));
    }

    private static JsonObject Shown(FakeAuthority authority)
    {
        JsonObject shown = Json.CopyWithout(authority.Json, "Record", "LinkedSeeAlsoCount");
        shown["RecordStatusID"] = authority.RecordStatusId;
        shown["Heading"] = authority.Heading;
        shown["BrowseHeading"] = authority.Heading;
        shown["LinkedBibCount"] = authority.LinkedBibs;
        shown["HasSeeAlsoFrom"] = authority.LinkedSeeAlso > 0 ? "1" : "0";
        return shown;
    }

    /// <summary>The MARC data with the ID of the record, as the vendor documents it.</summary>
    public FakeResponse MarcDisplay(PolarisCall call)
    {
        FakeAuthority authority = Found(call);
        JsonObject shown = Marc.Display(authority.Marc);
        shown["AuthorityRecordID"] = authority.Id;
        return FakeResponse.Json(shown);
    }

    private FakeAuthority Found(PolarisCall call)
    {
        int id = call.Number("id");
        return records.Authorities.Find(id) ?? throw new Refusal(
            PolarisAnswers.Error(404, 0, $"Authority record with ID {PolarisRecords.Key(id)} not found."));
    }
}
