using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The calls that read authority records.</summary>
internal sealed class AuthorityRoutes(PolarisRecords records)
{
    public FakeResponse Get(PolarisCall call)
    {
        FakeAuthority authority = Found(call);
        JsonObject shown = Json.CopyWithout(authority.Json, "Record", "LinkedSeeAlsoCount");
        shown["RecordStatusID"] = authority.RecordStatusId;
        shown["Heading"] = authority.Heading;
        shown["BrowseHeading"] = authority.Heading;
        shown["LinkedBibCount"] = authority.LinkedBibs;
        shown["HasSeeAlsoFrom"] = authority.LinkedSeeAlso > 0 ? "1" : "0";
        return FakeResponse.Json(shown);
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
