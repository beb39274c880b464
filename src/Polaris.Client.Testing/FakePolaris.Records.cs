using Polaris.Client.Marc;
using Polaris.Client.Testing.Records;

namespace Polaris.Client.Testing;

/// <content>The records.</content>
public sealed partial class FakePolaris
{
    /// <summary>The bibliographic records as they are at this moment, by id.</summary>
    public IReadOnlyDictionary<int, FakeBib> Bibs => Locked(() => new Dictionary<int, FakeBib>(_records.Bibs));

    /// <summary>The authority records as they are at this moment, by id.</summary>
    public IReadOnlyDictionary<int, FakeAuthority> Authorities =>
        Locked(() => new Dictionary<int, FakeAuthority>(_records.Authorities));

    /// <summary>Puts a bibliographic record into the catalogue.</summary>
    /// <param name="id">The id of the record.</param>
    /// <param name="displayInPac">Whether it is shown in the public catalogue; hiding it raises prompt 66.</param>
    /// <param name="marc">The MARC data; a save of a record with the same LCCN, ISBN or author and title raises prompt
    /// 87.</param>
    /// <param name="doNotOverlay">Whether it is protected; an attempt to replace it raises prompt 148.</param>
    /// <param name="linkedItems">How many items are linked to it.</param>
    /// <returns>This server, to go on with.</returns>
    public FakePolaris WithBib(
        int id, bool displayInPac = true, MarcRecord? marc = null, bool doNotOverlay = false, int linkedItems = 0) =>
        With(new FakeBib
        {
            Id = id,
            DisplayInPac = displayInPac,
            Marc = marc,
            DoNotOverlay = doNotOverlay,
            LinkedItems = linkedItems,
        });

    /// <summary>Puts a bibliographic record into the catalogue.</summary>
    /// <param name="bib">The record.</param>
    /// <returns>This server, to go on with.</returns>
    public FakePolaris With(FakeBib bib) =>
        Change(() => _records.Bibs[(bib ?? throw new ArgumentNullException(nameof(bib))).Id] = bib);

    /// <summary>Puts an authority record into the authority file.</summary>
    /// <param name="id">The id of the record.</param>
    /// <param name="heading">The heading; a save of another record with the same one raises prompt 142.</param>
    /// <param name="linkedBibs">How many bibliographic headings are linked; with one or more, changing the heading
    /// raises prompt 145.</param>
    /// <param name="linkedSeeAlso">How many see also references are linked; they count as well.</param>
    /// <returns>This server, to go on with.</returns>
    public FakePolaris WithAuthority(int id, string heading, int linkedBibs = 0, int linkedSeeAlso = 0) =>
        With(new FakeAuthority { Id = id, Heading = heading, LinkedBibs = linkedBibs, LinkedSeeAlso = linkedSeeAlso });

    /// <summary>Puts an authority record into the authority file.</summary>
    /// <param name="authority">The record; without a heading it is taken from the MARC data.</param>
    /// <returns>This server, to go on with.</returns>
    public FakePolaris With(FakeAuthority authority)
    {
        string heading = (authority ?? throw new ArgumentNullException(nameof(authority))).Heading;
        FakeAuthority stored = heading.Length > 0
            ? authority
            : authority with { Heading = Heading.Of(authority.Marc) ?? "" };
        return Change(() => _records.Authorities[stored.Id] = stored);
    }
}
