using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace PromptInBrowser;

/// <summary>The server that is used if none is configured: it forgets everything when the app ends.</summary>
internal static class EmbeddedServer
{
    public const int Frankenstein = 1126739;
    public const int LockedByAnother = 1126740;

    /// <summary>A record that raises prompt 87, and 148 if the protected duplicate is to be replaced.</summary>
    public const string Example = """
        =LDR  00000nam a2200000 i 4500
        =008  260314s2018    enk           000 1 eng d
        =020  \\$a9780198840824
        =100  1\$aShelley, Mary Wollstonecraft,$d1797-1851,$eauthor.
        =245  10$aFrankenstein, or, The modern Prometheus :$bthe 1818 text /$cMary Wollstonecraft Shelley.
        =264  \1$aOxford :$bOxford University Press,$c2018.

        """;

    public static FakePolaris Create() => new FakePolaris()
        .WithBib(Frankenstein, marc: Book("Dracula /", "Stoker, Bram,"), linkedItems: 2)
        .WithBib(LockedByAnother, marc: Book("Carmilla /", "Le Fanu, Joseph Sheridan,"))
        .WithBib(1331392, marc: Frankensteins("Frankenstein : the 1831 edition /"), doNotOverlay: true, linkedItems: 3)
        .WithBib(1331393, marc: Frankensteins("Frankenstein, or, The modern Prometheus /"), linkedItems: 1)
        .LockAs("PolarisExec", 15, ObjectType.BibliographicRecord, LockedByAnother);

    private static MarcRecord Frankensteins(string title)
    {
        var marc = Book(title, "Shelley, Mary Wollstonecraft,");
        marc.Field("020", ' ', ' ', ('a', "9780198840824"));
        return marc;
    }

    private static MarcRecord Book(string title, string author) => new MarcRecord("00000nam a2200000 i 4500")
        .Field("100", '1', ' ', ('a', author)).Field("245", '1', '0', ('a', title));
}
