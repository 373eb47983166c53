#pragma once
// The file of a strike-off register: a GeoPackage in which districts write by QGIS while runs go on. It is changed in place, in one
// transaction, and never replaced.

#include "domain/register/register_run.hpp"

#include <memory>
#include <string>

namespace fieldgap {

/// To be called before the work: refuses what a run could not write in the end. Throws gis::UsageError where the last run is later than
/// `as_of`, gis::WriteError where the file may not be written, gis::Error where it is no register or damaged. A register that is locked
/// just now is looked at later.
void check_register(const std::string& path, const Date& as_of);

/// What a register holds, without a byte of it or beside it changed; nothing where there is none yet. Throws as `check_register`.
RegisterContent read_register(const std::string& path, const Date& as_of);

/// A register that nobody else can write meanwhile. What is not committed leaves it as it was, also where this process is killed.
class RegisterFile
{
public:
    /// Waits up to ten seconds for whoever is writing; then throws gis::WriteError. Of a file that is not there yet one is made beside its
    /// place, which gets its name with `commit`. Throws as `check_register`.
    RegisterFile(const std::string& path, const Date& as_of);
    ~RegisterFile();
    RegisterFile(const RegisterFile&) = delete;
    RegisterFile& operator=(const RegisterFile&) = delete;

    RegisterContent content();
    void write(const RegisterAfter& after);
    void commit();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The file itself: symbolic links are followed, also one whose file is not there yet.
std::string register_place(const std::string& path);

} // namespace fieldgap
