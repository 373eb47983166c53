#include "layers/text/phase_vocabulary.hpp"

#include "layers/text/cell_vocabulary.hpp"

#include <array>

namespace fieldgap {
namespace {

struct PhaseWords
{
    RegisterPhase phase;
    std::string_view texts;
};

/// By the languages of the registers: Chinese, English (England, the States, Australia), German, French, Spanish, Portuguese, Italian,
/// Dutch, Japanese, Korean, Russian, Polish, Swedish.
constexpr std::array phases = {
    PhaseWords{RegisterPhase::open,
               "open existing opened reopened new added operational operating currentlyoperational active current functioning "
               "open,butproposedtoclose proposedtoclose changedboundary/agency "
               "现状 在办 已开办 已建 开办 开办中 正常 正常办学 正常开办 正常运行 正常运营 办学中 在用 在校 使用中 运营 运营中 营业 有效 "
               "存续 已投用 "
               "已投入使用 启用 "
               "aktiv geöffnet geoeffnet offen inbetrieb bestehend laufend "
               "ouvert ouverte enactivité enactivite actif active "
               "abierto abierta activo activa alta enfuncionamiento "
               "ativo ativa ematividade emfuncionamento"
               "attivo attiva aperto aperta "
               "geopend actief "
               "開校 開学 運営中 既設 現存 "
               "운영 운영중 운영(개교) 개교 정상 "
               "действует действующая действующее действующий открыта открыто "
               "czynna czynny aktywna działająca istniejąca "
               "öppen verksam idrift"},
    PhaseWords{RegisterPhase::planned, "planned proposed proposedtoopen future pending construction underconstruction approved "
                                       "规划 规划中 在建 建设中 拟建 待建 未建 筹建 筹建中 筹办 筹备 筹备中 未开办 待开办 未开学 尚未开办 "
                                       "geplant imbau inplanung ingründung "
                                       "enprojet projet enconstruction "
                                       "planificado proyectado enproyecto enconstrucción "
                                       "planejada planejado emconstrução "
                                       "pianificato inprogetto incostruzione "
                                       "gepland inaanbouw "
                                       "計画 計画中 建設中 新設予定 開校予定 "
                                       "예정 설립예정 개교예정 "
                                       "планируется строится проектируется "
                                       "planowana wbudowie "
                                       "planerad"},
    PhaseWords{RegisterPhase::closed,
               "closed closing closedown permanentlyclosed temporarilyclosed inactive defunct discontinued dissolved abolished merged "
               "amalgamated demolished ceased disused notoperational de-registered deregistered de-registeredaseysetting createdinerror "
               "停办 已停办 停止办学 暂停办学 暂停 停课 撤销 已撤销 撤消 已撤消 撤并 已撤并 撤点 撤点并校 裁撤 合并 已合并 并入他校 被合并 "
               "关闭 已关闭 "
               "关停 已关停 "
               "注销 已注销 吊销 停用 已停用 停业 废弃 废止 拆除 已拆除 拆迁 空置 闲置 取消 已取消 终止 终止办学 终止招生 停止招生 失效 "
               "无效 不存在 倒闭 "
               "取缔 "
               "geschlossen aufgehoben aufgelöst aufgeloest stillgelegt außerbetrieb ausserbetrieb inaktiv erloschen "
               "fermé fermée ferme fermee fermeture inactif supprimé supprimée supprime supprimee "
               "cerrado cerrada clausurado clausurada inactivo inactiva suprimido suprimida baja extinguido "
               "extinto extinta paralisado paralisada desativado desativada inativo inativa fechado fechada encerrado encerrada "
               "chiuso chiusa soppresso soppressa cessato cessata "
               "gesloten opgeheven "
               "休校 休校中 休園 閉校 閉校済 廃校 廃止 閉鎖 統合 "
               "폐교 휴교 폐원 폐지 "
               "закрыта закрыто закрыт ликвидирована ликвидировано ликвидирован недействующая недействующее присоединена "
               "zlikwidowana zamknięta nieczynna zawieszona "
               "stängd nedlagd nedlagt vilande upphörd"},
};

std::optional<RegisterPhase> phase_of_word(std::string_view key)
{
    for (const PhaseWords& words : phases) {
        if (has_word(words.texts, key)) {
            return words.phase;
        }
    }
    return std::nullopt;
}

} // namespace

Cell<RegisterPhase> register_phase_of(CellText text)
{
    const std::string key = word_key(text);
    if (key.empty()) {
        return {};
    }
    const auto whole = phase_of_word(key);
    const auto phase = whole ? whole : phase_of_word(key.substr(0, key.find('('))); // 停办（2019年）
    return {phase, phase ? CellProblem::none : CellProblem::unknown_word};
}

std::string_view words_of(RegisterPhase phase)
{
    return phases[static_cast<std::size_t>(phase)].texts;
}

} // namespace fieldgap
